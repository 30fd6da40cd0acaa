// What the four web apps share: they belong to the desk, so the brand leads home and signing out means all of it.
const appRoot = document.querySelector('base').getAttribute('app-root');
const deskRoot = appRoot.slice(0, appRoot.lastIndexOf('/'));
const home = deskRoot + '/';

document.querySelector('link[rel=icon]').href =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f4e5f"/>' +
      '<path d="M8 17l5 5 11-12" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>'
  );

const csrfToken = () => (document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/) || [])[1] || '';

// The web apps' own sign-out ends only their idea of who is signed in. To this same call the desk answers with the address
// at which the provider ends its session too. Not a form: the page policy (form-action 'self') would stop its redirect.
let leaving = false;
async function signOut() {
  leaving = true;
  try {
    const answer = await fetch(appRoot + '/api/admin/auth/user/default/logout', {
      method: 'POST',
      headers: {'X-XSRF-TOKEN': csrfToken()}
    });
    location.assign(answer.ok ? await answer.text() : home);
  } catch {
    location.assign(home);
  }
}

// The capture phase comes before the handlers of the web apps.
document.addEventListener(
  'click',
  event => {
    if (event.target.closest?.('.account .logout a')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      signOut();
    }
  },
  true
);

function leadHome() {
  const brand = document.querySelector('a.navbar-brand');
  if (brand && brand.getAttribute('href') !== home) {
    brand.setAttribute('href', home);
    brand.setAttribute('target', '_self');
  }
}

// A session that has ended shows the web apps' own login form, which the desk does not use: loading the page anew
// leads to the desk's sign-in. At most twice a minute, lest a page that is open without sign-in loads for ever, and not
// while its reader is on the way out.
const LAST = 'desk.sign-in-again';
function signInAgain() {
  if (!leaving && location.hash.startsWith('#/login') && Date.now() - Number(sessionStorage.getItem(LAST)) > 30_000) {
    sessionStorage.setItem(LAST, Date.now());
    history.replaceState(null, '', location.pathname);
    location.reload();
  }
}

// AngularJS changes the address without an event; what it shows changes with it.
new MutationObserver(() => {
  leadHome();
  signInAgain();
}).observe(document.body, {childList: true, subtree: true});
