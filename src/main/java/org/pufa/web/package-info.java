/**
 * The web toolkit, which knows no domain: requests, forms, views, assets, cookies and tokens, and how a problem becomes
 * a page or a document.
 *
 * <p>A feature implements {@link org.pufa.web.Routes} and mounts handlers made by {@link org.pufa.web.Pages#page}: a
 * function from {@link org.pufa.web.Request} to a future {@link org.pufa.web.View}. It never touches the routing
 * context. Expected refusals are failed futures (or throws) of {@link org.pufa.kernel.Problem}.
 *
 * <p>The context of a template is the page's own record. What surrounds the page stands in data variables:
 * {@code @lang} (language tag), {@code @large} (长者版), {@code @path}, {@code @site}, {@code @shell} and, where a staff
 * member is signed in, {@code @console}.
 */
package org.pufa.web;
