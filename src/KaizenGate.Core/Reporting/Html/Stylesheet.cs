using System.Security.Cryptography;
using System.Text;

namespace KaizenGate.Core.Reporting.Html;

/// <summary>The one style sheet of all pages, and the name under which the page's own policy admits it.</summary>
/// <param name="Text">The style sheet.</param>
/// <param name="Source"><c>sha256-…</c> of exactly this text, for a Content-Security-Policy.</param>
internal sealed record Stylesheet(string Text, string Source)
{
    public static Stylesheet Load()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser counts a line break as \n, however the file was checked out.
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(text, $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }
}
