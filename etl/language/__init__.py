"""The English pipeline that ships with the package, and the recipe that trains it."""

from etl.language.errors import PipelineError
from etl.language.pipeline import load_pipeline, packaged_fingerprint, pipeline_fingerprint

__all__ = ["PipelineError", "load_pipeline", "packaged_fingerprint", "pipeline_fingerprint"]
