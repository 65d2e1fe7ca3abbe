package org.pufa.bank.law;

import java.util.Objects;

/**
 * A law, a regulation or a rule that questions rest on (法律法规).
 *
 * @param name short name, by which citations call it, such as 劳动合同法
 * @param title full title, such as 中华人民共和国劳动合同法
 */
public record Law(String name, String title) {

    public Law {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
    }
}
