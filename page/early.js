// Runs before anything else. The page's language is the one that it was sent in, whatever the toolkit takes the browser's to be;
// the toolkit's own few words are put in under 'en' (see launching.py).
(() => {
  const root = document.documentElement;
  const language = root.lang;
  new MutationObserver(() => { if (root.lang !== language) root.lang = language; }).observe(root, { attributes: true, attributeFilter: ['lang'] });
  Object.defineProperty(navigator, 'language', { get: () => 'en' });
  Object.defineProperty(navigator, 'languages', { get: () => ['en'] });
})();
