/** Questions in Word documents: paragraphs, numbered lists, tables, pictures. */
package org.pufa.bank.format.docx;
