using SkiaSharp;

namespace PropertyCloud.Butler.Demo;

/// <summary>A few photos, drawn by the product itself: a dripping pipe, a dark lamp, a wet wall.</summary>
internal static class DemoPictures
{
    private static readonly Lazy<IReadOnlyList<byte[]>> Drawn = new(() => [Draw(Pipe), Draw(Lamp), Draw(Wall)]);

    public static IReadOnlyList<byte[]> All => Drawn.Value;

    private static byte[] Draw(Action<SKCanvas, SKPaint> draw)
    {
        using var surface = SKSurface.Create(new SKImageInfo(480, 360));
        using var paint = new SKPaint { IsAntialias = true };
        draw(surface.Canvas, paint);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }

    private static void Pipe(SKCanvas canvas, SKPaint paint)
    {
        canvas.Clear(new SKColor(0xD9, 0xCF, 0xC2));
        Fill(canvas, paint, new SKColor(0xA8, 0x9A, 0x88), new SKRect(0, 290, 480, 360));
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = 34;
        paint.Color = new SKColor(0xC9, 0xCF, 0xD3);
        using var path = SKPath.ParseSvgPathData("M240 0 V130 C240 250 330 250 330 160 V120 H480");
        canvas.DrawPath(path, paint);
        paint.Style = SKPaintStyle.Fill;
        paint.Color = new SKColor(0x6F, 0x7A, 0x82);
        canvas.DrawRect(216, 60, 48, 22, paint);
        paint.Color = new SKColor(0x4A, 0x90, 0xC4);
        foreach (var y in new[] { 236, 262, 286 }) canvas.DrawOval(284, y, 6, 9, paint);
        canvas.DrawOval(284, 318, 84, 15, paint);
    }

    private static void Lamp(SKCanvas canvas, SKPaint paint)
    {
        canvas.Clear(new SKColor(0x4B, 0x50, 0x58));
        Fill(canvas, paint, new SKColor(0x6A, 0x70, 0x79), new SKRect(0, 0, 480, 60));
        paint.Color = new SKColor(0x2B, 0x2F, 0x35);
        canvas.DrawRect(234, 60, 12, 60, paint);
        paint.Color = new SKColor(0x8C, 0x92, 0x9A);
        canvas.DrawOval(240, 160, 110, 42, paint);
        paint.Color = new SKColor(0x39, 0x3E, 0x45);
        canvas.DrawOval(240, 174, 78, 22, paint);
    }

    private static void Wall(SKCanvas canvas, SKPaint paint)
    {
        canvas.Clear(new SKColor(0xEE, 0xEA, 0xE2));
        paint.Color = new SKColor(0xC9, 0xBE, 0xA6);
        canvas.DrawOval(130, 70, 120, 60, paint);
        paint.Color = new SKColor(0xB5, 0xA6, 0x88);
        canvas.DrawOval(100, 50, 70, 36, paint);
        Fill(canvas, paint, new SKColor(0x9B, 0x8B, 0x72), new SKRect(0, 320, 480, 360));
    }

    private static void Fill(SKCanvas canvas, SKPaint paint, SKColor colour, SKRect area)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = colour;
        canvas.DrawRect(area, paint);
    }
}
