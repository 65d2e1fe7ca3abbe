package org.pufa.outreach.plan;

import java.util.List;
import java.util.Objects;

/**
 * What one row of the list says.
 *
 * @param office 责任单位
 * @param laws short names of laws that are stored
 * @param content other 普法内容, in free words
 * @param audiences codes of the catalogue
 * @param others other 普法对象, in free words
 * @param goal 普法目标
 * @param means 方式措施
 * @param section 责任科室
 * @param contact 联系人
 */
public record Task(String office, List<String> laws, String content, List<String> audiences, String others, String goal,
        String means, Timing timing, String section, String contact, List<Target> targets) {

    public Task {
        Objects.requireNonNull(office);
        Objects.requireNonNull(content);
        Objects.requireNonNull(others);
        Objects.requireNonNull(goal);
        Objects.requireNonNull(means);
        Objects.requireNonNull(timing);
        Objects.requireNonNull(section);
        Objects.requireNonNull(contact);
        laws = List.copyOf(laws);
        audiences = List.copyOf(audiences);
        targets = List.copyOf(targets);
        if (laws.isEmpty() && content.isEmpty()) {
            throw new IllegalArgumentException("a task without content");
        }
    }

    /** The same in another year. */
    public Task movedBy(int years) {
        return new Task(office, laws, content, audiences, others, goal, means, timing.movedBy(years), section, contact,
                targets);
    }

    /** 《保障农民工工资支付条例》 and what stands beside it. */
    public String contents() {
        var named = new StringBuilder();
        laws.forEach(law -> named.append('《').append(law).append('》'));
        return named.isEmpty() ? content : content.isEmpty() ? named.toString() : named + content;
    }
}
