// The key that is typed under Authorize stays in this page and goes nowhere but to this server.
window.SwaggerUIBundle({
  url: '/v3/api-docs',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null
});
