using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Reporting.Html;

namespace KaizenGate.Core.Reporting.Dashboard;

/// <summary>Leads to the lines of files.</summary>
/// <param name="Base">
/// What stands before a path from the repository's root: the address of the files on its host
/// (<c>https://github.com/o/r/blob/1a2b3c/</c>) or the way there from where the page lies (<c>../</c>). Null or anything
/// else makes no links.
/// </param>
internal sealed record SourceLinks(string? Base)
{
    /// <summary>The address of a line, or of the file without one; null when it would lead out of the repository or to something that runs.</summary>
    public string? To(SourceFile file, int? line)
    {
        if (
            Base is null
            || !IsSafe(Base)
            || Path.IsPathRooted(file.RootPath)
            || file.RootPath.Split('/').Contains("..")
        )
        {
            return null;
        }

        // Relative paths begin with a folder, so that no part of one can be taken for a scheme.
        return $"{(Base.Length == 0 ? "./" : Base)}{SarifUri.Of(file.RootPath)}{(line is null ? "" : $"#L{line}")}";
    }

    /// <summary>Words that lead there, or the words alone.</summary>
    public void Write(Markup html, SourceFile file, int? line, string words)
    {
        if (To(file, line) is { } address)
        {
            html.Add($"<a href=\"{address}\" rel=\"noreferrer\">{words}</a>");
        }
        else
        {
            html.Add($"{words}");
        }
    }

    private static bool IsSafe(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal)
        || address.StartsWith("http://", StringComparison.Ordinal)
        || address.Split('/').All(part => part is ".." or "." or "" || !part.Contains(':', StringComparison.Ordinal))
            && !address.StartsWith('/');
}
