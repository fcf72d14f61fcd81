// Sets theme and language before the first paint, so that nothing flashes. A plain file, because the
// content security policy allows no inline script. Choices made here must match src/shared/theme and src/shared/i18n.
(function () {
  var query = new URLSearchParams(location.search);
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = query.get('theme') || stored('kunan.theme');
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  var language = query.get('lang') || stored('kunan.language') || 'zh';
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
})();
