package vn.camket.trust;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Where something stands on a page of an issued file: words, lines, the squares of a code. */
final class PaperInk extends PDFGraphicsStreamEngine {
    /** Up to the marks on capitals (\u1EBE is 0.89 of the size high). */
    private static final double ASCENT = 0.92;

    private static final double DESCENT = 0.22;

    private final List<Rectangle2D> places = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();

    private PaperInk(PDPage page) {
        super(page);
    }

    static List<Rectangle2D> of(PDPage page) throws IOException {
        var ink = new PaperInk(page);
        ink.processPage(page);
        return List.copyOf(ink.places);
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) {
        if (font.getName() != null) {
            var box = new Rectangle2D.Double(0, -DESCENT, displacement.getX(), ASCENT + DESCENT);
            places.add(rendering
                    .createAffineTransform()
                    .createTransformedShape(box)
                    .getBounds2D());
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void drawImage(PDImage image) {
        var unit = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        places.add(new AffineTransform(unit)
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D());
    }

    @Override
    public void clip(int windingRule) {
        path.reset();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() {
        ink();
    }

    @Override
    public void fillPath(int windingRule) {
        ink();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        ink();
    }

    @Override
    public void shadingFill(COSName shading) {
        ink();
    }

    /** Each stroke or square for itself: the frame of all would leave no room on the page. */
    private void ink() {
        var segment = new GeneralPath();
        var coordinates = new double[6];
        for (var iterator = path.getPathIterator(null); !iterator.isDone(); iterator.next()) {
            var type = iterator.currentSegment(coordinates);
            if (type == java.awt.geom.PathIterator.SEG_MOVETO) {
                keep(segment);
                segment = new GeneralPath();
                segment.moveTo(coordinates[0], coordinates[1]);
            } else if (type == java.awt.geom.PathIterator.SEG_LINETO) {
                segment.lineTo(coordinates[0], coordinates[1]);
            } else if (type == java.awt.geom.PathIterator.SEG_CUBICTO) {
                segment.curveTo(
                        coordinates[0], coordinates[1], coordinates[2], coordinates[3], coordinates[4], coordinates[5]);
            }
        }
        keep(segment);
        path.reset();
    }

    private void keep(GeneralPath segment) {
        var bounds = segment.getBounds2D();
        if (bounds.getWidth() > 0 || bounds.getHeight() > 0) {
            places.add(new Rectangle2D.Double(
                    bounds.getX() - 0.3, bounds.getY() - 0.3, bounds.getWidth() + 0.6, bounds.getHeight() + 0.6));
        }
    }
}
