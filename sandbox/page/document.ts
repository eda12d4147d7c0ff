/** Everything from this origin; pictures may also be data, and nothing may frame the page or be sent elsewhere. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ICON = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="10" fill="#c8553d"/>' +
    '<path d="M11 27V5M16 27V5M21 27V5" stroke="#fff" stroke-width="2"/></svg>',
);

/** The page's HTML: an empty root for the script to fill. */
export const PAGE_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#e3e5e8">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1e1f22">
<title>Backstraight sandbox – a stand-in for Discord</title>
<link rel="icon" href="data:image/svg+xml,${ICON}">
<link rel="stylesheet" href="/page/app.css">
<script type="module" src="/page/app.js"></script>
</head>
<body>
<div id="root"></div>
<noscript>The Backstraight sandbox is drawn by a script. Allow scripts for this page, then reload it.</noscript>
</body>
</html>
`;
