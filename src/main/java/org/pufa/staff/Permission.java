package org.pufa.staff;

/** One thing that staff may be allowed to do. Every door of the console asks for one. */
public enum Permission {

    /** See campaigns and their counts. */
    SEE_CAMPAIGNS,
    /** File definitions and submit them for review. */
    FILE_CAMPAIGNS,
    /** Approve or return what was submitted; pause, resume, close and certify. */
    DECIDE_CAMPAIGNS,
    /** Take files with entries and counts out of the house. */
    EXPORT,
    /** See questions, their answers included. */
    SEE_BANKS,
    LOAD_BANKS,
    SEE_STAFF,
    CHANGE_STAFF,
    SEE_AUDIT
}
