package org.pufa.web;

/** Put into a request by a handler that changes the finished page, whichever it is, before it is sent. */
@FunctionalInterface
public interface PageEdit {

    /** The page as it is sent. @param html the whole page as its template made it */
    String of(String html);
}
