// What a host's own page does: it gets a token from its own server, hands it to the element, and gets another when it ends.
(() => {
  'use strict';
  const shown = document.querySelectorAll('ai-credits');

  async function renew() {
    const { token } = await (await fetch('/embed/demo/token')).json();
    shown.forEach(credits => credits.setAttribute('token', token));
  }

  document.addEventListener('ai-credits-expired', event => {
    document.getElementById('heard').textContent = 'A token has ended; the next one is here.';
    if (event.target === shown[0]) renew();
  });
  renew();
})();
