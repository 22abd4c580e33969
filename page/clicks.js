// Runs once in each piece of the page that shows minutes: a button's data- attributes say what to do.
element.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button || !element.contains(button)) return;
  const told = button.dataset;
  if (told.back) {
    const last = window.minutewiseLast;
    if (last && last.isConnected) { last.scrollIntoView({ block: 'center' }); last.focus({ preventScroll: true }); }
  } else if (told.turn) {
    const turn = document.querySelector(`#turn-${told.turn} .question`);
    if (turn) { turn.scrollIntoView({ block: 'start' }); turn.focus({ preventScroll: true }); }
  } else if (told.copy) {
    const done = () => { const before = button.textContent; button.textContent = told.copied; setTimeout(() => { button.textContent = before; }, 2000); };
    const byHand = () => {
      const box = document.createElement('textarea');
      box.value = told.copy; document.body.append(box); box.select(); document.execCommand('copy'); box.remove(); button.focus(); done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(told.copy).then(done, byHand); else byHand();
  } else if (told.passage || told.file) {
    window.minutewiseLast = button;
    trigger('select', { ...told });
  } else if (told.ask || told.meeting) {
    trigger('select', { ...told });
  } else if (told.edit || told.reopen || told.remove || told.sentence) {
    trigger('edit', { ...told });
  }
});
