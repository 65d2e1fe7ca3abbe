package org.pufa.bank.console;

import java.util.List;
import java.util.stream.Stream;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.PlacedPicture;
import org.pufa.i18n.Lang;
import org.pufa.web.FormFields;

/** A picture of a question as staff see it. @param src its address */
record PictureView(String src, String alt, int width, int height) {

    /** In forms: the picture is to go. */
    private static final String GONE = "none";

    /**
     * A picture in a form.
     *
     * @param id different for each picture of a page
     * @param place name of the field that says where it stands
     * @param alt name of the field that says what it shows
     */
    record Field(String id, String place, String alt, PictureView picture, List<BankWords.Choice> places) {
    }

    /** Where forms stand. @param item number of the question on the page @param folder under which pictures are served */
    record Page(int item, String folder) {
    }

    /** Those of that place. @param folder under which they are served, with a stroke at its end */
    static List<PictureView> at(String place, List<QuestionPicture> pictures, String folder) {
        return pictures.stream().filter(picture -> picture.place().equals(place))
                .map(picture -> of(picture, folder)).toList();
    }

    static PictureView of(QuestionPicture picture, String folder) {
        return new PictureView(folder + picture.fileName(), picture.alt(), picture.width(), picture.height());
    }

    /** A field for each picture, with the places where it could stand. */
    static List<Field> fields(BankWords words, Lang lang, List<QuestionPicture> pictures, QuestionType type,
            List<Option> options, Page page) {
        return Stream.iterate(0, i -> i + 1).limit(pictures.size()).map(i -> new Field(page.item() + "-" + i,
                "place-" + i, "alt-" + i,
                of(pictures.get(i), page.folder()), places(words, lang, pictures.get(i), type, options))).toList();
    }

    private static List<BankWords.Choice> places(BankWords words, Lang lang, QuestionPicture picture,
            QuestionType type, List<Option> options) {
        var places = Stream.concat(Stream.of(QuestionPicture.STEM), type == QuestionType.JUDGE ? Stream.<String>empty()
                : options.stream().map(Option::letter)).toList();
        boolean known = Question.hasPlace(picture.place(), type, options);
        return Stream.concat(places.stream().map(place -> new BankWords.Choice(place,
                place.equals(QuestionPicture.STEM) ? words.say(lang, "picture.stem")
                        : words.say(lang, "picture.option", place), known && place.equals(picture.place()))),
                Stream.of(new BankWords.Choice(GONE, words.say(lang, "picture.gone"), false))).toList();
    }

    /** What a form says of so many pictures; of those it does not name, nothing. */
    static List<PlacedPicture> told(FormFields form, int count) {
        return Stream.iterate(0, i -> i + 1).limit(count).takeWhile(i -> form.ticked("place-" + i))
                .map(i -> new PlacedPicture(form.raw("place-" + i).equals(GONE) ? "" : form.raw("place-" + i),
                        form.text("alt-" + i).atMost(QuestionPicture.LONGEST_ALT).get())).toList();
    }
}
