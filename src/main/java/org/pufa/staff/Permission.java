package org.pufa.staff;

/** One thing that staff may be allowed to do. Every door of the console asks for one. */
public enum Permission {

    /** Be signed in: one's own account, and leaving. */
    ENTER,
    /** See campaigns and their counts. */
    SEE_CAMPAIGNS,
    /** File definitions and submit them for review. */
    FILE_CAMPAIGNS,
    /** Pause, resume, extend and close campaigns that run. */
    RUN_CAMPAIGNS,
    /** Approve or return what was submitted; certify what is closed. */
    DECIDE_CAMPAIGNS,
    /** Write the publicity section of the report. Whoever decides on campaigns finishes it. */
    WRITE_REPORTS,
    /** Take files with entries and counts out of the house. */
    EXPORT,
    /** See questions, their answers included, and the laws they rest on. */
    SEE_BANKS,
    LOAD_BANKS,
    /** Take questions out of the house. */
    EXPORT_BANKS,
    /** See records of outreach and their totals. */
    SEE_OUTREACH,
    /** Enter and correct records of outreach, and keep the stock of what is handed out. */
    ENTER_OUTREACH,
    /** Confirm what others entered, or send it back. */
    CONFIRM_OUTREACH,
    /** Look at photos and documents of outreach, on which people can be recognised. */
    SEE_EVIDENCE,
    /** See learning pages, their drafts and how often they were opened. */
    SEE_LEARNING,
    /** Write and withdraw learning pages. */
    WRITE_LEARNING,
    /** Publish learning pages that others wrote, or send them back. */
    REVIEW_LEARNING,
    /** Add laws and versions of them: they bear on the questions of every unit. */
    EDIT_LAWS(true),
    SEE_STAFF(true),
    CHANGE_STAFF(true),
    CHANGE_SETTINGS(true),
    SEE_AUDIT(true);

    private final boolean ofHouse;

    Permission() {
        this(false);
    }

    Permission(boolean ofHouse) {
        this.ofHouse = ofHouse;
    }

    /** Whether it is about the whole house, so that nobody has it whose work is bound to one unit. */
    public boolean isOfHouse() {
        return ofHouse;
    }
}
