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

    /** A heading of the navigation with its items. */
    public record Group(String title, List<Item> items) {

        public Group {
            items = List.copyOf(items);
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
        var marked = groups.stream().map(group -> new Group(group.title(), group.items().stream()
                .map(item -> new Item(item.label(), item.href(), item.href().equals(nearest))).toList())).toList();
        return new ConsoleShell(who, accountUrl, signOutUrl, marked);
    }
}
