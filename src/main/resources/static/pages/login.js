// A link into the middle of a webapp ends in #/…, which the server never sees. The form carries it
// along, so that whoever logs in gets where the link led.
const form = document.getElementById('login');
if (form && location.hash.startsWith('#/') && !location.hash.startsWith('#/login')) {
  form.action += location.hash;
}
document.querySelectorAll('.card a.button').forEach(link => { link.href += location.hash; });
