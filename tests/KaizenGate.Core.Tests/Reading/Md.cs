using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

/// <summary>Reads a text as a backlog.</summary>
internal static class Md
{
    public static Backlog Read(string text, ReadingOptions? options = null) =>
        BacklogReader.Read(SourceFile.Named("IMPROVEMENTS.md"), text, options ?? ReadingOptions.Default);

    /// <summary>Returns the only improvement of a text.</summary>
    public static Improvement One(string text, ReadingOptions? options = null) =>
        Assert.Single(Read(text, options).Improvements);

    public static string[] Titles(string text) => [.. Read(text).Improvements.Select(item => item.Title)];
}
