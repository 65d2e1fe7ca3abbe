package org.pufa.outreach.plan.table;

/** How long the texts of a task can be, in characters, whether they are typed or read from a file. */
public final class TaskLimits {

    /** Offices, sections, people. */
    public static final int NAME = 60;
    /** What is publicised. */
    public static final int CONTENT = 400;
    /** People, goals, means. */
    public static final int WORDS = 400;
    /** Targets of one task. */
    public static final int TARGETS = 6;

    private TaskLimits() {
    }
}
