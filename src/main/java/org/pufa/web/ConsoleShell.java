package org.pufa.web;

import java.util.List;

/**
 * What surrounds a page of the console: who is signed in and where they may go. The guard of the console puts it into
 * the request with {@link Request#put}; the item whose address is the longest beginning of the page's own is marked.
 *
 * @param who name and role of the signed-in staff member, such as 王敏，活动编辑
 * @param accountUrl their own account, or ""
 * @param signOutUrl where the sign-out form is sent
 * @param groups the side navigation
 */
public record ConsoleShell(String who, String accountUrl, String signOutUrl, List<Group> groups) {

    public ConsoleShell {
        groups = List.copyOf(groups);
    }

    /**
     * A heading of the navigation with its items.
     *
     * @param folded whether they hide behind the heading unless the page is one of them, for what is seldom needed
     */
    public record Group(String title, List<Item> items, boolean folded) {

        public Group {
            items = List.copyOf(items);
        }

        public Group(String title, List<Item> items) {
            this(title, items, false);
        }

        private Group at(String href) {
            var marked = items.stream().map(item -> new Item(item.label(), item.href(), item.href().equals(href)))
                    .toList();
            return new Group(title, marked, folded && marked.stream().noneMatch(Item::current));
        }
    }

    /** One place to go; {@code current} is set by {@link #at}. */
    public record Item(String label, String href, boolean current) {

        public Item(String label, String href) {
            this(label, href, false);
        }
    }

    /** The same with the item marked that leads to {@code path} or to the nearest place above it. */
    ConsoleShell at(String path) {
        String nearest = groups.stream().flatMap(group -> group.items().stream()).map(Item::href)
                .filter(href -> path.equals(href) || path.startsWith(href + '/'))
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
        return new ConsoleShell(who, accountUrl, signOutUrl, groups.stream().map(group -> group.at(nearest)).toList());
    }
}
