using System.Text.Json;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Planning;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// The review as a message that a webhook of Workflows posts to Teams: an Adaptive Card of rich text blocks, in which nothing is Markdown.
/// https://adaptivecards.io/explorer/RichTextBlock.html
/// </summary>
internal static class ReviewTeams
{
    /// <summary>The largest message that Teams takes, in bytes.</summary>
    private const int LargestMessage = 28 * 1024;

    public static void Write(Review review, Stream stream) =>
        stream.Write(ReviewChat.Fitting(review, Write, (_, message) => message.Length <= LargestMessage));

    private static void Write(ReviewChat chat, Stream stream) =>
        JsonText.Write(
            stream,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("type", "message");
                json.WriteStartArray("attachments");
                json.WriteStartObject();
                json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
                json.WriteNull("contentUrl");
                json.WriteStartObject("content");
                WriteCard(json, chat);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            },
            isIndented: false
        );

    private static void WriteCard(Utf8JsonWriter json, ReviewChat chat)
    {
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        // The first version with rich text blocks; old phones draw no later one.
        json.WriteString("version", "1.2");
        json.WriteString("fallbackText", chat.Summary);
        json.WriteStartObject("msteams");
        json.WriteString("width", "Full");
        json.WriteEndObject();
        json.WriteStartArray("body");
        Line(chat.Title, "Large");
        foreach (var section in chat.Sections)
        {
            Line(section.Title, "Medium");
            foreach (var line in section.Lines)
            {
                Line(ChatText.Of(line, ReviewChat.LongestLine));
            }
        }

        json.WriteEndArray();

        void Line(string text, string? titleSize = null)
        {
            json.WriteStartObject();
            json.WriteString("type", "RichTextBlock");
            json.WriteString("spacing", titleSize is not null ? "Medium" : "Small");
            json.WriteStartArray("inlines");
            json.WriteStartObject();
            json.WriteString("type", "TextRun");
            json.WriteString("text", text);
            if (titleSize is not null)
            {
                json.WriteString("size", titleSize);
                json.WriteString("weight", "Bolder");
            }

            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
