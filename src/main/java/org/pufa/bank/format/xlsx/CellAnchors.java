package org.pufa.bank.format.xlsx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.ClientAnchor.AnchorType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.pufa.bank.Album;
import org.pufa.bank.PictureType;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.format.table.QuestionRows;

/** Lays pictures over the cells of the questions they belong to, each packed into the workbook once. */
final class CellAnchors {

    private static final int WIDEST = 130;
    private static final int HIGHEST = 110;
    private static final float ROW_POINTS = 90;
    /** Several in one cell lie like fanned cards, so that each can be taken. */
    private static final int STEP = 12;

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final Album album;
    private final Map<String, Integer> hashToIndex = new HashMap<>();

    CellAnchors(SXSSFWorkbook workbook, SXSSFSheet sheet, Album album) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.album = album;
    }

    /** @param row from 0, which has been made */
    void put(int row, Question question, QuestionRows rows) {
        if (question.pictures().isEmpty()) {
            return;
        }
        sheet.getRow(row).setHeightInPoints(ROW_POINTS);
        var letters = question.options().stream().map(Question.Option::letter).toList();
        put(row, rows.pictureColumn(), question.picturesAt(QuestionPicture.STEM));
        for (int i = 0; i < letters.size(); i++) {
            put(row, rows.optionColumn(i), question.picturesAt(letters.get(i)));
        }
    }

    private void put(int row, int column, List<QuestionPicture> pictures) {
        for (int i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            double shrink = Math.max(1, Math.max(picture.width() / (double) WIDEST, picture.height() / (double) HIGHEST));
            int from = Units.pixelToEMU(2 + i * STEP);
            var anchor = new XSSFClientAnchor(from, from, from + Units.pixelToEMU((int) (picture.width() / shrink)),
                    from + Units.pixelToEMU((int) (picture.height() / shrink)), column, row, column, row);
            anchor.setAnchorType(AnchorType.MOVE_DONT_RESIZE);
            var drawn = sheet.createDrawingPatriarch().createPicture(anchor, index(picture));
            drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(picture.alt());
        }
    }

    private int index(QuestionPicture picture) {
        return hashToIndex.computeIfAbsent(picture.hash(), hash -> workbook.addPicture(album.get(picture).content(),
                picture.type() == PictureType.PNG ? Workbook.PICTURE_TYPE_PNG : Workbook.PICTURE_TYPE_JPEG));
    }
}
