package scrip.web.site;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a PNG a third of its size by giving it a palette of its most frequent colours. */
final class SmallPicture {

    private static final int COLOURS = 256;

    private SmallPicture() {}

    static byte[] of(byte[] png) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                counts.merge(coarse(full.getRGB(x, y)), 1, Integer::sum);
            }
        }
        List<Integer> palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())).limit(COLOURS)
                .map(Map.Entry::getKey).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(painted(full, palette), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage painted(BufferedImage full, List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1,
                java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
                model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                int index = nearest.computeIfAbsent(coarse(full.getRGB(x, y)), colour -> nearest(colour, colours));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
    }

    /** Two steps of a colour that are hardly told apart are one; black and white stay what they are. */
    private static int coarse(int rgb) {
        return (rgb & 0xFCFCFC) | ((rgb >> 6) & 0x030303);
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length && least > 0; i++) {
            int red = ((colour >> 16) & 255) - ((colours[i] >> 16) & 255);
            int green = ((colour >> 8) & 255) - ((colours[i] >> 8) & 255);
            int blue = (colour & 255) - (colours[i] & 255);
            int distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
