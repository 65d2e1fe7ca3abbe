/** What people read, in their language: message bundles with checked keys, texts in two languages, dates and numbers. */
package org.pufa.i18n;
