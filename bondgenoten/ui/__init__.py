"""The browser's room: the only package modules that import streamlit."""
