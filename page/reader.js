// When a paragraph is opened: bring it into sight, under the line that says which meeting it is of, and take the keyboard there.
watch('value', () => {
  const article = element.querySelector('article.reader');
  if (!article) return;
  const panel = element.closest('.reading') || element;
  const heading = article.querySelector('h2');
  if (heading) heading.focus({ preventScroll: true });
  const cited = article.querySelector('.cited') || article;
  const above = (article.querySelector('.where')?.offsetHeight || 0) + 40;
  const scroller = getComputedStyle(panel).position === 'sticky' ? panel : document.scrollingElement;
  const top = scroller === panel ? panel.getBoundingClientRect().top : 0;
  scroller.scrollTop += cited.getBoundingClientRect().top - top - above;
});
