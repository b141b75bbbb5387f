using System.Text.RegularExpressions;

namespace KaizenGate.Core.Tests.Style;

public sealed partial class TroubleshootingTests
{
    /// <summary>People search the page for the message that they see.</summary>
    [Fact]
    public void Every_message_in_a_heading_is_in_the_source()
    {
        var source = string.Concat(
            Directory
                .EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
                .Where(file =>
                    !file.Contains(
                        $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                )
                .Select(File.ReadAllText)
        );
        var messages = File.ReadLines(Repository.PathOf("docs", "troubleshooting.md"))
            .Select(line => Message().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.True(messages.Count >= 6);
        Assert.All(messages, message => Assert.Contains(Constant(message), source, StringComparison.Ordinal));
    }

    /// <summary>The longest part of a message without values.</summary>
    private static string Constant(string message) => Value().Split(message).MaxBy(part => part.Length)!;

    [GeneratedRegex("^## `([^`]+)`")]
    private static partial Regex Message();

    [GeneratedRegex(@"[0-9]+( of [0-9]+)? entries; [0-9]+|""…""|docs/\S+|not evaluated: ")]
    private static partial Regex Value();
}
