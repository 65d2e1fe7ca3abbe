/** Takes questions as staff have them (入库预览): reads any file, judges every item in it, and saves nothing. */
package org.pufa.bank.intake;
