namespace KaizenGate.Core.Tests;

/// <summary>A part of a document between two markers that is generated from the code.</summary>
internal static class GeneratedPart
{
    /// <summary>Compares the text between the markers, or rewrites it when <see cref="Repository.Refresh"/> is set.</summary>
    public static void Verify(string path, string open, string close, string expected)
    {
        var text = File.ReadAllText(path);
        var start = text.IndexOf(open, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{path} has no {open}");
        start += open.Length;
        var end = text.IndexOf(close, start, StringComparison.Ordinal);
        Assert.True(end >= 0, $"{path} has no {close} after {open}");
        var fresh = "\n" + expected;
        if (Repository.Refresh)
        {
            File.WriteAllText(path, text[..start] + fresh + text[end..]);
            return;
        }

        Assert.True(
            fresh == text[start..end],
            $"{path} is out of date after {open}: run the tests once with KAIZEN_TESTS_REFRESH=1 and commit the changes"
        );
    }
}
