// When a paragraph is opened: bring it into sight and take the keyboard there.
watch('value', () => {
  const article = element.querySelector('article.reader');
  if (!article) return;
  const panel = element.closest('.reading') || element;
  const beside = getComputedStyle(panel).position === 'sticky';
  const cited = article.querySelector('.cited');
  if (beside) {
    if (cited) panel.scrollTop = cited.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop - 96;
  } else {
    article.scrollIntoView({ block: 'start' });
  }
  const heading = article.querySelector('h2');
  if (heading) heading.focus({ preventScroll: true });
});
