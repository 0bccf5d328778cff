// Ctrl+Enter stores the form from wherever the hands are; the next one opens with the first field
// ready. A form that is under way is not sent again.
const form = document.getElementById('enter');
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.ctrlKey) {
    form.requestSubmit();
  }
});
form.addEventListener('submit', event => {
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = 'yes';
});
