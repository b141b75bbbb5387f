using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KaizenGate.Core.Settings;

/// <summary>The JSON schema of kaizen.json.</summary>
internal static class SettingsSchema
{
    private const string ResourceName = "kaizen.schema.json";

    /// <summary>The schema of this version, as in docs/kaizen.schema.json.</summary>
    public static string Published
    {
        get
        {
            using var stream = typeof(SettingsSchema).Assembly.GetManifestResourceStream(ResourceName)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Writes the schema from the known keys.</summary>
    public static string Write(IEnumerable<KnownRule> rules)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var schema = new Utf8JsonWriter(stream, options))
        {
            schema.WriteStartObject();
            schema.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.WriteString("title", "KaizenGate settings");
            schema.WriteString("description", "kaizen.json: how KaizenGate checks an improvement backlog.");
            SettingsKeys.File(rules).Describe(schema);
            schema.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
