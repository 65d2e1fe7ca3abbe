package org.pufa.bench;

import java.util.List;

/** Short passages that make a reader look ahead, back or twice when a file consists of nothing else. */
final class SlowShapes {

    private SlowShapes() {
    }

    /** Those that were found slow once, a few of every kind. */
    static List<String> units() {
        return List.of("\n2", "2\n", "\n12", "\n1-", "1-\n", "\n<", "B.\n", "A \n", "题\n", "(\n参考答案\n", "\n答案：A\n",
                "\n1.A（B）", "\n参考答案\n1.A", "1-2 AB ", "\n一、", "（", "_", "第1题\n", "\n1.\nA.", "解析：",
                "\n\n\n\n\n\n\n\nx", "1.问（A）\nA.甲 B.乙\n");
    }

    /** The passage with its line ends written out. */
    static String name(String unit) {
        return unit.replace("\n", "\\n").replace("|", "\\|");
    }
}
