using System.Collections;
using System.Text.Json;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Escaping;

namespace KaizenGate.Core.Reporting;

/// <summary>
/// The properties of a JSON object, in order, each computed from an object of the model. If any of them is a figure, the object ends with
/// <c>missing</c>: the reason by name for each figure that is null.
/// </summary>
/// <param name="omitsNull">Whether a property without a value is omitted; otherwise it is null.</param>
internal sealed class JsonContract<T>(bool omitsNull = false) : JsonContract(omitsNull)
{
    public void Add(string name, Func<T, string?> value) =>
        Property(name, JsonKind.Text, (json, source) => WriteText(json, name, value(source)));

    public void Add(string name, Func<T, int> value) =>
        Property(name, JsonKind.Whole, (json, source) => json.WriteNumber(name, value(source)), isNullable: false);

    public void Add(string name, Func<T, int?> value) =>
        Property(
            name,
            JsonKind.Whole,
            (json, source) =>
            {
                if (value(source) is { } number)
                {
                    json.WriteNumber(name, number);
                }
                else
                {
                    WriteNull(json, name);
                }
            }
        );

    public void Add(string name, Func<T, double?> value) =>
        Property(
            name,
            JsonKind.Number,
            (json, source) =>
            {
                if (value(source) is { } number)
                {
                    json.FiniteOrNull(name, number);
                }
                else
                {
                    WriteNull(json, name);
                }
            }
        );

    public void Add(string name, Func<T, bool> value) =>
        Property(name, JsonKind.Flag, (json, source) => json.WriteBoolean(name, value(source)), isNullable: false);

    public void Add(string name, Func<T, bool?> value) =>
        Property(
            name,
            JsonKind.Flag,
            (json, source) =>
            {
                if (value(source) is { } flag)
                {
                    json.WriteBoolean(name, flag);
                }
                else
                {
                    WriteNull(json, name);
                }
            }
        );

    public void Add(string name, Func<T, DateOnly> value) =>
        Property(
            name,
            JsonKind.Date,
            (json, source) => json.WriteString(name, $"{value(source):yyyy-MM-dd}"),
            isNullable: false
        );

    public void Add(string name, Func<T, DateOnly?> value) =>
        Property(name, JsonKind.Date, (json, source) => WriteText(json, name, value(source)?.ToString("yyyy-MM-dd")));

    public void Add(string name, Func<T, IEnumerable<string>> values) =>
        Property(
            name,
            JsonKind.Texts,
            (json, source) =>
            {
                json.WriteStartArray(name);
                foreach (var text in values(source))
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
            },
            isNullable: false
        );

    public void Add(string name, Func<T, IEnumerable<int>> values) =>
        Property(
            name,
            JsonKind.Wholes,
            (json, source) =>
            {
                json.WriteStartArray(name);
                foreach (var number in values(source))
                {
                    json.WriteNumberValue(number);
                }

                json.WriteEndArray();
            },
            isNullable: false
        );

    public void Add(string name, Func<T, Figure> figure)
    {
        Add(name, one => figure(one).Value);
        Reason(name, one => figure(one).Missing);
    }

    public void Add(string name, Func<T, Estimate> estimate)
    {
        Property(
            name,
            JsonKind.Estimate,
            (json, source) =>
            {
                var found = estimate(source);
                json.WriteStartObject(name);
                json.FiniteOrNull("value", found.Value);
                json.FiniteOrNull("low", found.Low);
                json.FiniteOrNull("high", found.High);
                json.WriteEndObject();
            },
            isNullable: false
        );
        Reason(name, one => estimate(one).Missing);
    }

    public void Add<TPart>(string name, Func<T, TPart?> part, JsonContract<TPart> contract) =>
        Property(
            name,
            JsonKind.Object,
            (json, source) =>
            {
                if (part(source) is { } found)
                {
                    json.WritePropertyName(name);
                    contract.Write(json, found);
                }
                else
                {
                    WriteNull(json, name);
                }
            },
            contract
        );

    public void Add<TPart>(string name, Func<T, IEnumerable<TPart>?> parts, JsonContract<TPart> contract) =>
        Property(
            name,
            JsonKind.Objects,
            (json, source) =>
            {
                if (parts(source) is { } all)
                {
                    json.WritePropertyName(name);
                    contract.WriteArray(json, all);
                }
                else
                {
                    WriteNull(json, name);
                }
            },
            contract
        );

    /// <summary>Adds the properties of another contract to the same object.</summary>
    public void Add<TPart>(Func<T, TPart> part, JsonContract<TPart> contract)
    {
        foreach (var own in contract.Parts)
        {
            Add(own.Property, (json, one) => own.Write(json, part(one)));
        }
    }

    /// <summary>Adds properties whose names are only known with a value.</summary>
    public void Add(Action<Utf8JsonWriter, T> write) =>
        Add(new("", JsonKind.Dynamic, IsNullable: true, OmitsNull, null), write);

    /// <summary>Writes a document and a line end.</summary>
    public void Write(Stream stream, T value, bool isIndented = true) =>
        JsonText.Write(stream, json => Write(json, value), isIndented);

    /// <summary>Writes an indented array of objects and a line end.</summary>
    public void WriteAll(Stream stream, IEnumerable<T> values) =>
        JsonText.Write(stream, json => WriteArray(json, values));

    private void Write(Utf8JsonWriter json, T source) => WriteObject(json, source);

    private void WriteArray(Utf8JsonWriter json, IEnumerable<T> all)
    {
        json.WriteStartArray();
        foreach (var one in all)
        {
            Write(json, one);
        }

        json.WriteEndArray();
    }

    private void Property(
        string name,
        JsonKind kind,
        Action<Utf8JsonWriter, T> write,
        IEnumerable? part = null,
        bool isNullable = true
    ) => Add(new(name, kind, isNullable, OmitsNull, part), write);

    private void Add(ContractProperty property, Action<Utf8JsonWriter, T> write) =>
        Parts.Add(new(property, (json, source) => write(json, (T)source!)));

    private void Reason(string name, Func<T, string?> reason) => Reasons.Add(new(name, source => reason((T)source!)));
}

/// <summary>What a contract does whatever the type of its object, so that it is compiled once instead of for each of a hundred types.</summary>
/// <param name="omitsNull">Whether a property without a value is omitted; otherwise it is null.</param>
internal abstract class JsonContract(bool omitsNull) : IEnumerable<ContractProperty>
{
    private protected bool OmitsNull => omitsNull;

    private protected List<Part> Parts { get; } = [];

    private protected List<MissingReason> Reasons { get; } = [];

    public IEnumerator<ContractProperty> GetEnumerator()
    {
        foreach (var part in Parts)
        {
            yield return part.Property;
        }

        if (Reasons.Count > 0)
        {
            yield return new("missing", JsonKind.Missing, IsNullable: false, false, null);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected void WriteObject(Utf8JsonWriter json, object? source)
    {
        json.WriteStartObject();
        foreach (var part in Parts)
        {
            part.Write(json, source);
        }

        if (Reasons.Count > 0)
        {
            json.WriteStartObject("missing");
            foreach (var (name, reason) in Reasons)
            {
                if (reason(source) is { } text)
                {
                    json.WriteString(name, text);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private protected void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
        else
        {
            WriteNull(json, name);
        }
    }

    private protected void WriteNull(Utf8JsonWriter json, string name)
    {
        if (!omitsNull)
        {
            json.WriteNull(name);
        }
    }

    private protected sealed record Part(ContractProperty Property, Action<Utf8JsonWriter, object?> Write);

    /// <summary>Returns why a figure is null; null when it is not.</summary>
    private protected sealed record MissingReason(string Name, Func<object?, string?> Of);
}
