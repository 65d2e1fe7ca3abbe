/** Questions in Excel workbooks (.xlsx): read part by part, without ever building the workbook in memory. */
package org.pufa.bank.format.xlsx;
