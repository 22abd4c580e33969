// The toolkit tells of a wrong password, and of nothing else that signing in may answer with.
(() => {
  const send = window.fetch;
  window.fetch = async (...asked) => {
    const reply = await send(...asked);
    if (reply.status !== 429) return reply;
    const told = document.querySelector('.too-many') || document.createElement('p');
    told.className = 'too-many';
    told.setAttribute('role', 'alert');
    told.textContent = '@@sign.in.wait@@';
    document.querySelector('.gradio-container h2, h2')?.after(told);
    return reply;
  };
})();
