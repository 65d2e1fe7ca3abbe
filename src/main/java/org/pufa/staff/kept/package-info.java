/** Gives people back what they typed into a form that came when their session had ended (没有提交成的内容). */
package org.pufa.staff.kept;
