using System.Text.Json;
using KaizenGate.Core.Settings;

namespace KaizenGate.Core.Tests.Settings;

public sealed class AddedSettingsTests
{
    [Fact]
    public void Keys_are_added_at_the_start_with_their_reasons_and_the_rest_stays()
    {
        var text = AddedSettings.To(
            "// Ours { not this brace\n{\n  // people\n  \"people\": 3,\n}\n",
            [("TODO.md", "6 entries"), ("docs/a \"b\".md", "2 entries")],
            [
                .. AddedSettings.Of("\"boxes\": { \"wip\": \"inProgress\" }", "the box is unknown (3 entries)"),
                .. AddedSettings.Of("\"items\": \"headings\"", "headings\nwith prose"),
                .. AddedSettings.Of("\"boxes\": { \"?\": \"toDo\" }", "another box"),
            ]
        );

        Assert.Equal(
            """
            // Ours { not this brace
            {
              "backlogs": [
                // 6 entries
                "TODO.md",
                // 2 entries
                "docs/a \"b\".md",
              ],
              "reading": {
                "boxes": {
                  // the box is unknown (3 entries)
                  "wip": "inProgress",
                  // another box
                  "?": "toDo",
                },
                // headings with prose
                "items": "headings",
              },
              // people
              "people": 3,
            }

            """.ReplaceLineEndings("\n"),
            text
        );
    }

    [Fact]
    public void Nothing_to_add_leaves_the_text_as_it_is() => Assert.Equal("{ }", AddedSettings.To("{ }", [], []));

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF/* größe */ { \"people\": 2 }")]
    [InlineData("{\r\n  \"people\": 2\r\n}\r\n")]
    [InlineData(AddedSettings.Empty)]
    public void The_result_is_valid(string before)
    {
        var after = AddedSettings.To(before, [("TODO.md", "1 entry")], []);

        Assert.Equal(AddedSettings.KeysOf(before).Insert(0, "backlogs"), AddedSettings.KeysOf(after));
        Assert.Equal(
            before.Contains('\r', StringComparison.Ordinal),
            after.Contains("[\r\n", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("\", \"profile\": \"off")]
    [InlineData("\\")]
    [InlineData("größe 😀")]
    public void Names_are_only_names(string name)
    {
        var after = AddedSettings.To("{}", [(name, "// }")], [new("boxes", name, "\"toDo\"", name)]);

        using var json = JsonDocument.Parse(
            after,
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        Assert.Equal(name, json.RootElement.GetProperty("backlogs")[0].GetString());
        Assert.Equal(
            "toDo",
            json.RootElement.GetProperty("reading").GetProperty("boxes").GetProperty(name).GetString()
        );
    }
}
