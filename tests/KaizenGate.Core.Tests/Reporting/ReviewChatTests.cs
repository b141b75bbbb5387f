using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using KaizenGate.Core.Planning;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

/// <summary>Messages keep the limits of Slack and Teams, and nothing from a backlog has an effect in them.</summary>
public sealed class ReviewChatTests
{
    /// <summary>What a chat could read as a mention, a link, an emoji or a function.</summary>
    private static readonly Regex Effect = new(
        @"@\w|#\w|:[^\s\u200B]|www\.\w|<[!/@#a-z]|\{\{",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly string[] Titles =
    [
        "<!channel> <!here> <@U012AB3CD> <#C123|x> <https://evil.example|click>",
        "@channel @here @everyone <at>Ada</at> {{DATE(2026-01-01T00:00:00Z)}}",
        "*bold* _it_ ~no~ `code` [go](https://evil.example) www.evil.example :tada:",
        string.Concat(Enumerable.Repeat("&", 400)),
        string.Concat(Enumerable.Repeat("\u202E", 400)),
        string.Concat(Enumerable.Repeat("🎉", 400)),
        string.Concat(Enumerable.Repeat("<a", 400)),
    ];

    public static MatrixTheoryData<string, (int, int)> Busy => new(Titles, [(1, 1), (1, 30), (40, 8)]);

    [Theory]
    [MemberData(nameof(Busy))]
    public void A_busy_week_keeps_the_limits(string title, (int Backlogs, int Items) size)
    {
        var review = PlanSamples.Busy(title, title.Length > 100 ? title[..100] : title, size.Backlogs, size.Items);

        Slack(review);
        Teams(review);
    }

    [Fact]
    public void Hostile_text_has_no_effect() =>
        Gen.Select(Hostile.Text, Hostile.Text.Select(path => path.Replace('\0', 'x')))
            .Sample(
                (title, path) =>
                {
                    var review = PlanSamples.Busy(title, path, 2, 1);
                    Slack(review);
                    Teams(review);
                },
                iter: 200
            );

    [Fact]
    public void A_long_list_is_cut_and_counted()
    {
        var texts = Slack(PlanSamples.Busy("Cache it", "x", 1, 30));

        Assert.Contains(texts, text => text.Contains("\n• 20 more\n", StringComparison.Ordinal));
    }

    /// <summary>Verifies a message for Slack and returns its plain texts.</summary>
    private static List<string> Slack(Review review)
    {
        using var message = Parse(stream => ReviewSlack.Write(review, stream), out _);
        var root = message.RootElement;
        Assert.Matches("^Review of the weeks of [0-9a-z :,.-]+$", root.GetProperty("text").GetString());
        var blocks = root.GetProperty("blocks").EnumerateArray().ToList();
        Assert.InRange(blocks.Count, 3, 50);
        var texts = new List<string>();
        foreach (var block in blocks)
        {
            var text = block.GetProperty("text");
            var content = text.GetProperty("text").GetString()!;
            switch (block.GetProperty("type").GetString(), text.GetProperty("type").GetString())
            {
                case ("header", "plain_text"):
                    Assert.InRange(content.Length, 1, 150);
                    break;
                case ("section", "mrkdwn"):
                    Assert.Matches("^\\*[A-Za-z0-9 ,-]+\\*$", content);
                    Assert.True(text.GetProperty("verbatim").GetBoolean());
                    break;
                case ("section", "plain_text"):
                    Assert.InRange(content.Length, 1, 3000);
                    Assert.False(text.GetProperty("emoji").GetBoolean());
                    Assert.DoesNotMatch("[<>]|&(?!amp;|lt;|gt;)", content);
                    Assert.DoesNotMatch(Effect, content.Replace("&lt;", "<", StringComparison.Ordinal));
                    texts.Add(content);
                    break;
                case var other:
                    Assert.Fail($"unexpected block {other}");
                    break;
            }
        }

        return texts;
    }

    private static void Teams(Review review)
    {
        using var message = Parse(stream => ReviewTeams.Write(review, stream), out var length);
        Assert.InRange(length, 1, 28 * 1024);
        Assert.Equal("message", message.RootElement.GetProperty("type").GetString());
        var attachment = Assert.Single(message.RootElement.GetProperty("attachments").EnumerateArray());
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        var card = attachment.GetProperty("content");
        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.All(
            card.GetProperty("body").EnumerateArray(),
            block =>
            {
                Assert.Equal("RichTextBlock", block.GetProperty("type").GetString());
                var run = Assert.Single(block.GetProperty("inlines").EnumerateArray());
                Assert.Equal("TextRun", run.GetProperty("type").GetString());
                var text = run.GetProperty("text").GetString()!;
                Assert.NotEmpty(text);
                Assert.DoesNotMatch(Effect, text);
            }
        );
    }

    private static JsonDocument Parse(Action<Stream> write, out int length)
    {
        using var stream = new MemoryStream();
        write(stream);
        length = (int)stream.Length;
        return JsonDocument.Parse(stream.ToArray());
    }
}
