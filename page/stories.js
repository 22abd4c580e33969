// The title of a story to choose stands out from the reasons below it; the toolkit's label is one text.
const titles = () => {
  for (const said of document.querySelectorAll('#news-chosen label > span:not(.story-told)')) {
    const text = said.textContent;
    const before = said.parentElement.querySelector('.story-told');
    if (before && before.dataset.of === text) continue;
    if (before) before.remove();
    const [title, ...rest] = text.trim().split('\n');
    const told = document.createElement('span');
    told.className = 'story-told';
    told.dataset.of = text;
    const head = document.createElement('b');
    head.textContent = title;
    told.append(head, rest.join('\n'));
    said.after(told);
  }
};
titles();
new MutationObserver(titles).observe(element.closest('.talk') || document.body, { childList: true, subtree: true, characterData: true });
