using SkiaSharp;

namespace PropertyCloud.Browser.Tests.Pages;

/// <summary>A photo as a phone would send it, drawn here.</summary>
internal static class Photo
{
    public static byte[] Draw(uint colour)
    {
        using var bitmap = new SKBitmap(1200, 900);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(0xFF000000 | colour));
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha(90), IsAntialias = true };
        for (var i = 0; i < 6; i++) canvas.DrawCircle(150 + (180 * i), 300 + (60 * i), 40 + (15 * i), paint);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}
