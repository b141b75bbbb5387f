using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// The review as the payload of an incoming webhook of Slack: a header, a title for each section, and its lines as plain text, in which
/// nothing is a mention, a link or an emoji. https://docs.slack.dev/reference/block-kit/blocks
/// </summary>
internal static class ReviewSlack
{
    /// <summary>The longest text of a section in UTF-16 units.</summary>
    private const int LongestText = 3000;

    private const int MostBlocks = 50;

    public static void Write(Review review, Stream stream) =>
        stream.Write(
            ReviewChat.Fitting(
                review,
                Write,
                (chat, _) => 1 + chat.Sections.Sum(section => 1 + Texts(section).Count) <= MostBlocks
            )
        );

    private static void Write(ReviewChat chat, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("text", chat.Summary);
                json.WriteBoolean("mrkdwn", false);
                json.WriteBoolean("unfurl_links", false);
                json.WriteBoolean("unfurl_media", false);
                json.WriteStartArray("blocks");
                Block("header", "plain_text", chat.Title);
                foreach (var section in chat.Sections)
                {
                    Block("section", "mrkdwn", $"*{section.Title}*");
                    Texts(section).ForEach(text => Block("section", "plain_text", text));
                }

                json.WriteEndArray();
                json.WriteEndObject();

                void Block(string type, string format, string text)
                {
                    json.WriteStartObject();
                    json.WriteString("type", type);
                    json.WriteStartObject("text");
                    json.WriteString("type", format);
                    json.WriteString("text", text);
                    // Only our own words are Markdown; the option keeps Slack from looking for links and names in them.
                    json.WriteBoolean(format == "mrkdwn" ? "verbatim" : "emoji", format == "mrkdwn");
                    json.WriteEndObject();
                    json.WriteEndObject();
                }
            }
        );

    /// <summary>The lines of a section in as few texts as possible.</summary>
    private static List<string> Texts(ReviewChat.Section section)
    {
        var texts = new List<string>();
        foreach (var line in section.Lines.Select(one => ChatText.Slack(one, ReviewChat.LongestLine)))
        {
            if (texts.Count > 0 && texts[^1].Length + 1 + line.Length <= LongestText)
            {
                texts[^1] += $"\n{line}";
            }
            else
            {
                texts.Add(line);
            }
        }

        return texts;
    }
}
