package org.pufa.web;

/** What is wrong with one field of a form, as the helpers {@code wrong} and {@code invalid} show it beside the field. */
public interface FieldFault {

    /** Name and id of the field. */
    String field();

    /** What to mend, in the language of the page. */
    String sentence();
}
