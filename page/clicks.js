// Runs once in each piece of the page that holds minutes: a button's data- attributes say what to do.
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-passage], button[data-ask], button[data-meeting], button[data-back]');
  if (!button) return;
  if (button.dataset.back) {
    const last = window.minutewiseLast;
    if (last && last.isConnected) { last.scrollIntoView({ block: 'center' }); last.focus({ preventScroll: true }); }
    return;
  }
  if (button.dataset.passage) window.minutewiseLast = button;
  trigger('select', { ...button.dataset });
});
