// Whoever has but one place goes there without a choice, where there is room for it; on a phone the page
// for phones is the other place.
const places = document.querySelectorAll('.places li:not(.for-phones) a');
if (places.length === 1 && matchMedia('(min-width: 48rem)').matches) {
  location.replace(places[0].href);
}
